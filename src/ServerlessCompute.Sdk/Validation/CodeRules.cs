using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The code: a local folder or file, or the id of a snapshot.</summary>
internal static class CodeRules
{
    private const string Place = nameof(CommandJob.Code);

    public static void Check(CommandView view, JobReport report)
    {
        if (view.Job.Code is not { } code)
        {
            return;
        }

        if (IsGit(code.Text))
        {
            report.Add(CodeIsGit, Place, $"The code {Shown.Value(code.Text)} is a git repository, and the service takes a snapshot of files.", "Clone it, and name the folder: .WithCode(\"./src\").");
        }
        else if (code.Kind is AssetPathKind.Uri or AssetPathKind.Binding || (code.Kind == AssetPathKind.ResourceId && !code.Text.Contains("/codes/", StringComparison.OrdinalIgnoreCase)))
        {
            report.Add(CodeUnfit, Place, $"The code {Shown.Value(code.Text)} is neither a folder of this machine nor the id of a snapshot.", "Name a folder or file, .WithCode(\"./src\"), or a snapshot's id, which contains /codes/.");
        }
    }

    private static bool IsGit(string text) =>
        text.StartsWith("git+", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("git@", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("git://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("ssh://", StringComparison.OrdinalIgnoreCase)
        || (text.Contains("://", StringComparison.Ordinal) && (text.EndsWith(".git", StringComparison.OrdinalIgnoreCase) || text.Contains("://github.com/", StringComparison.OrdinalIgnoreCase)));
}
