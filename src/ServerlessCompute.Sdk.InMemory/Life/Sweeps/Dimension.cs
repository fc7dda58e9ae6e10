using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// One axis of a search space: turns a number from 0 up to 1 into a value. Everything that samples works on the unit cube; only here are
/// numbers of the user made, rounded, so that every machine writes the same.
/// </summary>
internal abstract class Dimension
{
    /// <summary>Where its coordinate stands in a point.</summary>
    public required int Index { get; init; }

    /// <summary>How many values it has, or null when they are not counted.</summary>
    public virtual int? Count => null;

    /// <summary>Whether a Bayesian sampler may take it: choices and uniform ones.</summary>
    public virtual bool IsBayesian => false;

    /// <summary>Whether nearby coordinates mean nearby values.</summary>
    public virtual bool IsOrdered => true;

    /// <summary>The value at a point, as JSON.</summary>
    public abstract string Value(ReadOnlySpan<double> point);

    /// <summary>The axes below this one that only some of its values use.</summary>
    public virtual IEnumerable<Dimension> Inner => [];

    /// <summary>How many combinations it has with what is below it, or null.</summary>
    public virtual long? Combinations => Count;

    /// <summary>Sets the coordinates of combination number <paramref name="index"/>.</summary>
    public virtual void SetCombination(long index, Span<double> point) => point[Index] = (index + 0.5) / Count!.Value;

    /// <summary>The text of a number, in the spelling of the service's own programs: the shortest that reads back.</summary>
    public static string Text(double value)
    {
        if (double.IsInteger(value) && Math.Abs(value) < 1e16)
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture) + ".0";
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Replace('E', 'e');
    }

    /// <summary>Twelve digits: what different machines' logarithms agree on.</summary>
    public static double Round(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        return double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The distance between two coordinates as a model should see it, for axes without an order 0 or 1.</summary>
    public double Distance(double a, double b) => IsOrdered ? a - b : (int)(a * Count!.Value) == (int)(b * Count.Value) ? 0 : 1;

    /// <summary>A text as JSON.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
