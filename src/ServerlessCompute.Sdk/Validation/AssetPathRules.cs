using System.Buffers;
using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Paths as text: whether their form can lead anywhere. Whether anything is there is seen when the files are read.</summary>
internal static class AssetPathRules
{
    private static readonly string[] _schemes = ["azureml", "https", "http", "wasbs", "wasb", "abfss", "abfs", "adl"];

    private static readonly SearchValues<char> _schemeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-");

    public static void CheckInput(AssetPath path, string place, JobReport report)
    {
        switch (path.Kind)
        {
            case AssetPathKind.AssetReference:
                CheckReference(path.Text, place, report);
                break;
            case AssetPathKind.Uri or AssetPathKind.Local when SchemeOf(path.Text) is { } scheme && !_schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase):
                report.Add(
                    AddressUnknown,
                    place,
                    $"The service does not read addresses that begin with {Shown.Value(scheme + ":")}.",
                    $"Copy the data to a datastore, or use one of {Shown.List(_schemes)}.");
                break;
            default:
                break;
        }

        CheckSignature(path, place, report);
    }

    public static void CheckSignature(AssetPath path, string place, JobReport report)
    {
        if (path.Kind == AssetPathKind.Uri && path.Text.Contains("sig=", StringComparison.OrdinalIgnoreCase))
        {
            report.Add(
                AddressSigned,
                place,
                $"The address {Shown.Value(path.Text)} carries a signature, which everybody sees who may read the job.",
                "Register the storage as a datastore and write azureml://datastores/{name}/paths/{path}.");
        }
    }

    /// <summary>The scheme of an address with two letters at least (one is a drive of Windows), or null.</summary>
    public static string? SchemeOf(string text)
    {
        int colon = text.IndexOf(":/", StringComparison.Ordinal);
        return colon > 1 && char.IsAsciiLetter(text[0]) && !text.AsSpan(0, colon).ContainsAnyExcept(_schemeCharacters) && !text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? text[..colon]
            : null;
    }

    /// <summary>Whether a part of the path is <c>..</c> and leads above its start.</summary>
    public static bool Climbs(string path)
    {
        int depth = 0;
        foreach (Range part in path.AsSpan().SplitAny('/', '\\'))
        {
            ReadOnlySpan<char> name = path.AsSpan()[part];
            depth += name is ".." ? -1 : name is "" or "." ? 0 : 1;
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckReference(string text, string place, JobReport report)
    {
        AssetName name = AssetName.Parse(text);
        if (name.Label is { } label && !string.Equals(label, AssetName.Latest, StringComparison.OrdinalIgnoreCase))
        {
            report.Add(AssetVersionMissing, place, $"The asset {Shown.Value(text)} has the label {Shown.Value(label)}, and there is only 'latest'.", $"Write azureml:{Shown.Text(name.Name)}@latest, or azureml:{Shown.Text(name.Name)}: and a version; a local file whose name contains @ begins with ./ instead.");
        }
        else if (name is { Label: null, Version: null or "" })
        {
            report.Add(AssetVersionMissing, place, $"The asset {Shown.Value(text)} has no version.", $"Write azureml:{Shown.Text(name.Name)}:1 or azureml:{Shown.Text(name.Name)}@latest.");
        }
    }
}
