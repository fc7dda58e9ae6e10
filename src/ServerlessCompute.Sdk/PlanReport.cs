using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A <see cref="SubmissionPlan"/> as text.</summary>
internal static class PlanReport
{
    /// <summary>The files of one asset that are listed; the rest is counted.</summary>
    private const int FilesShown = 8;

    private static readonly string[] _secretOpenings = ["sig=", "AccountKey=", "SharedAccessSignature="];

    private static readonly SearchValues<char> _secretEnds = SearchValues.Create("&;\"\r\n ");

    private static readonly JsonWriterOptions _indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SubmissionPlan plan)
    {
        var text = new StringBuilder();
        text.AppendLine(Summary(plan));
        foreach (PlannedAsset asset in plan.Assets)
        {
            Write(text, asset);
        }

        foreach (JobDiagnostic warning in plan.Warnings)
        {
            text.AppendLine(warning.ToString());
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"PUT {plan.RequestPath}?api-version={plan.ApiVersion}");
        text.Append(Indent(plan.Body));
        return WithoutSignatures(text.ToString());
    }

    private static string Summary(SubmissionPlan plan)
    {
        int files = plan.Assets.Sum(static asset => asset.Files.Count);
        int registered = plan.Assets.Count(static asset => asset.Body is not null);
        int lookedUp = plan.Assets.Count(static asset => asset.Action == PlannedAction.LookUp);
        string[] parts =
        [
            .. files == 0 ? Array.Empty<string>() : [$"upload {ByteCount.Show(files, plan.UploadBytes)} at most"],
            .. registered == 0 ? Array.Empty<string>() : [$"register {registered}"],
            .. lookedUp == 0 ? Array.Empty<string>() : [$"look up {lookedUp}"],
            "send the job",
        ];
        return "Plan: " + string.Join(", ", parts);
    }

    private static void Write(StringBuilder text, PlannedAsset asset)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"  {PlannedAsset.Verb(asset.Action),-8} {PlannedAsset.Noun(asset.Kind),-13} {asset.Text}");
        if (asset.Files.Count == 0)
        {
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"           {asset.Source}, hash {asset.Hash}");
        foreach (PlannedFile file in asset.Files.Take(FilesShown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"           {ByteCount.Show(file.Bytes),10}  {file.Path}");
        }

        if (asset.Files.Count > FilesShown)
        {
            long rest = asset.Files.Skip(FilesShown).Sum(static file => file.Bytes);
            text.AppendLine(CultureInfo.InvariantCulture, $"           {ByteCount.Show(rest),10}  in {asset.Files.Count - FilesShown:N0} more");
        }
    }

    private static string Indent(string json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, _indented))
        {
            JsonElement.Parse(json).WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static string WithoutSignatures(string text)
    {
        foreach (string opening in _secretOpenings)
        {
            for (int at = text.IndexOf(opening, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(opening, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                int start = at + opening.Length;
                int length = text.AsSpan(start).IndexOfAny(_secretEnds);
                text = string.Concat(text.AsSpan(0, start), "…", length < 0 ? [] : text.AsSpan(start + length));
            }
        }

        return text;
    }
}
