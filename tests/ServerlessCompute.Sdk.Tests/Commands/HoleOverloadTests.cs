using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ServerlessCompute;

/// <summary>What may stand in a hole is decided by the compiler, so it is asked.</summary>
internal sealed class HoleOverloadTests
{
    [TestCase("lr")]
    [TestCase("(Input)lr")]
    [TestCase("data")]
    [TestCase("model")]
    [TestCase("text")]
    [TestCase("3")]
    [TestCase("3L")]
    [TestCase("0.5")]
    [TestCase("0.5f")]
    [TestCase("0.5m")]
    [TestCase("true")]
    [TestCase("command")]
    public void Hole_WithAMeaning_Compiles(string hole) => Assert.That(Errors(hole), Is.Empty);

    [TestCase("DayOfWeek.Monday")]
    [TestCase("new object()")]
    [TestCase("DateTime.UnixEpoch")]
    [TestCase("lr:F2")]
    [TestCase("lr,10")]
    [TestCase("0.5,10:F2")]
    public void Hole_WithoutAMeaning_IsAnErrorThatSaysWhatToWrite(string hole) =>
        Assert.That(Errors(hole), Is.EqualTo(new[] { "CS0619" }));

    private static string[] Errors(string hole)
    {
        string program = $$"""
            using ServerlessCompute;
            Input<double> lr = 0.01;
            var data = Input.UriFolder("data");
            var model = Output.MlflowModel();
            string text = "--verbose";
            CommandText command = $"python train.py";
            Command.Run($"python train.py {{{hole}}}");
            """;
        var compilation = CSharpCompilation.Create(
            "program",
            [CSharpSyntaxTree.ParseText(program), CSharpSyntaxTree.ParseText(ImplicitUsings.Source)],
            Sources.References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id)];
    }
}
