using System.Text.Json.Nodes;
using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// Whatever a job says is written as the contract of its version has it. The generated jobs say senseless things on purpose (unknown words,
/// empty texts, members of tomorrow); what the check finds must be one of those, and nothing that this library made.
/// </summary>
internal sealed class GeneratedJobsTests
{
    private static readonly long Many = Math.Max(300, Check.Iter);

    private static IEnumerable<JobTable> Tables => JobTables.All.SelectMany(table => table.Variants);

    [TestCaseSource(nameof(Tables))]
    public void Write_AnyJob_AddsNothingBesideTheContract(JobTable table) => GenTable.Jobs(table, Dialect.Rest).Sample(
        job => !IsSent(job) || Unexplained(job).Length == 0,
        iter: Many,
        print: job => string.Join('\n', Unexplained(job)) + "\n" + Wired.Write(job));

    // Members that no version has together are refused before anything is sent.
    private static bool IsSent(Job job) => ApiVersions.FirstUnknown(job, ServerlessComputeClientOptions.ServiceVersion.V2026_05_15_Preview) is null;

    private static string[] Unexplained(Job job) => [.. Problems(job).Where(problem => !IsNonsense(problem)).Select(problem => problem.ToString())];

    private static IReadOnlyList<SpecProblem> Problems(Job job) => SpecChecker.Check("JobBaseResource", JsonNode.Parse(Wired.Write(job)), ApiVersions.For(job));

    private static bool IsNonsense(SpecProblem problem) => problem.Kind switch
    {
        SpecProblemKind.UnknownMember => problem.Found.StartsWith("new ", StringComparison.Ordinal),
        SpecProblemKind.UnknownWord => problem.Found.Trim('"').StartsWith("New", StringComparison.Ordinal) || problem.Path.Contains("webhooks", StringComparison.Ordinal),
        // Texts without a letter, ids and sizes of any form, time that runs backwards.
        SpecProblemKind.Pattern => true,
        SpecProblemKind.WrongType => problem.Path is "properties.identity.clientId" or "properties.identity.objectId" || problem.Found.StartsWith("\"-P", StringComparison.Ordinal),
        // What nobody gave. The words that say what a part is are always there, but for inputs and outputs whose type is not set.
        SpecProblemKind.MissingMember => !problem.Found.EndsWith("Type", StringComparison.Ordinal) || problem.Found is "jobInputType" or "jobOutputType",
        _ => false,
    };
}
