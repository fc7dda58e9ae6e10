namespace ServerlessCompute;

/// <summary>Every diagnostic is found where it is, and nothing else is found beside it.</summary>
internal sealed class DiagnosticCasesTests
{
    [TestCaseSource(typeof(DiagnosticCases), nameof(DiagnosticCases.All))]
    public void Validate_JobWithOneProblem_ReportsItAlone(DiagnosticCase wrong)
    {
        JobValidationResult result = wrong.Validate();

        Assert.That(result.All.Select(found => (found.Id, found.Path)), Is.EqualTo(new[] { (wrong.Id, wrong.Path) }), result.ToString());
    }

    [TestCaseSource(typeof(DiagnosticCases), nameof(DiagnosticCases.All))]
    public void Validate_JobWithOneProblem_WeighsItAsTheCatalogSays(DiagnosticCase wrong)
    {
        JobDiagnostic found = wrong.Validate().All[0];

        Assert.That(found.Severity, Is.EqualTo(DiagnosticCatalog.All.Single(descriptor => descriptor.Id == wrong.Id).Severity));
    }

    [Test]
    public void Catalog_EachId_HasACase() =>
        Assert.That(
            DiagnosticCases.All.Select(wrong => wrong.Id).Distinct(StringComparer.Ordinal),
            Is.EquivalentTo(DiagnosticCatalog.All.Select(descriptor => descriptor.Id).Where(IsOfTheJobAlone)));

    [Test]
    public void Validate_GoodJob_FindsNothing() => Assert.That(DiagnosticCases.Good.Validate().All, Is.Empty);

    // These belong to checks that need more than the job: files, the network, the clock. Their rooms prove them.
    private static bool IsOfTheJobAlone(string id) => !id.StartsWith("SC10", StringComparison.Ordinal) && id != "SC1832";
}
