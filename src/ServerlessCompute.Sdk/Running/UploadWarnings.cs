using System.Text;

namespace ServerlessCompute;

/// <summary>Notices what is probably uploaded by mistake.</summary>
internal static class UploadWarnings
{
    /// <summary>Where the reference client warns: in the ways of storage, a hundred million bytes.</summary>
    private const long Large = 100_000_000;

    public static ValueList<JobDiagnostic> Of(JobPlan plan) =>
    [
        .. plan.Uploads
            .Where(static upload => upload.Snapshot.Bytes > Large)
            .Select(static upload => DiagnosticCatalog.UploadLarge.At(Member(upload.Place), upload.Describe(), upload.HowToShrink() + ".")),
    ];

    /// <summary>REST's name for a place as the job's own: <c>inputs.data</c> is <c>Inputs["data"]</c>.</summary>
    private static string Member(string place)
    {
        var text = new StringBuilder();
        bool isEntry = false;
        foreach (string name in place.Split('.'))
        {
            if (isEntry)
            {
                text.Append("[\"").Append(name).Append("\"]");
            }
            else
            {
                text.Append(text.Length > 0 ? "." : "").Append(char.ToUpperInvariant(name[0])).Append(name.AsSpan(1));
            }

            isEntry = !isEntry && name is ("inputs" or "outputs" or "jobs");
        }

        return text.ToString();
    }
}
