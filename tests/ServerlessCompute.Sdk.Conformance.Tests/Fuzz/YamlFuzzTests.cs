using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// Broken YAML gets a documented exception, soon and in little memory, and what loads although it was changed can be checked, written and
/// loaded again. <c>FUZZ_CASES</c> makes the run longer, <c>FUZZ_FIRST</c> begins it at a case that went wrong; the driver's <c>case</c> prints the file of one.
/// </summary>
internal sealed class YamlFuzzTests
{
    private const int CasesInEveryRun = 3_000;

    [Test]
    public void Load_BrokenYaml_GetsADocumentedExceptionOrAJob()
    {
        var yaml = new SdkYaml();
        var cases = new FuzzCases();
        int first = Number("FUZZ_FIRST", 0), count = Number("FUZZ_CASES", CasesInEveryRun);

        IReadOnlyCollection<string> faults = new FuzzRun(FuzzLimits.OfBadInput, RunCase).Run(first, count, count > CasesInEveryRun ? Environment.ProcessorCount : 1);

        Assert.That(faults, Is.Empty);

        void RunCase(int number)
        {
            (CorpusFile file, byte[] broken) = cases.Make(number);
            string folder = Path.GetDirectoryName(file.Path)!;
            try
            {
                SdkYaml.UseAfterLoading(SdkYaml.Load(file.Kind, broken, folder), folder);
            }
            catch (Exception e) when (yaml.IsRefusal(e))
            {
                // As it should be.
            }
        }
    }

    private static int Number(string variable, int otherwise) =>
        ProcessEnvironment.Current[variable] is { } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : otherwise;
}
