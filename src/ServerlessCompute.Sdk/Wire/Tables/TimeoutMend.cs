using System.Globalization;

namespace ServerlessCompute;

/// <summary>Times that say something else than they seem to, as the reference client reads them.</summary>
internal static class TimeoutMend
{
    private const int Shortest = 60;

    /// <summary>No seconds are no timeout.</summary>
    public static TreeMap ZeroIsNone(TreeMap limits, string name, TreeReader reader)
    {
        if (Seconds(limits.Get(name)) is not 0)
        {
            return limits;
        }

        Warn(limits.Get(name)!, name, reader, "No seconds are taken for no timeout.", "Leave it out, or give the seconds.");
        return limits.Without(name);
    }

    /// <summary>No seconds are no timeout, and the service takes less than a minute for days.</summary>
    public static TreeMap AtLeastAMinute(TreeMap limits, string name, TreeReader reader)
    {
        limits = ZeroIsNone(limits, name, reader);
        if (limits.Get(name) is not { } timeout || Seconds(timeout) is not < Shortest)
        {
            return limits;
        }

        Warn(timeout, name, reader, "Less than a minute is taken for a minute: the service would make days of it.", $"Write {Shortest} or more.");
        return limits.With(name, new TreeScalar(ScalarKind.Integer, Shortest.ToString(CultureInfo.InvariantCulture), timeout.Place));
    }

    private static double? Seconds(Tree? tree) => tree switch
    {
        TreeScalar { Kind: ScalarKind.Integer or ScalarKind.Number } scalar => Math.Truncate(scalar.AsDouble()),
        TreeScalar { Kind: ScalarKind.Text, Text: var text } when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds) => seconds,
        _ => null,
    };

    private static void Warn(Tree at, string name, TreeReader reader, string message, string fix)
    {
        reader.Enter(name);
        reader.Warn(at.Place, message, fix);
        reader.Leave();
    }
}
