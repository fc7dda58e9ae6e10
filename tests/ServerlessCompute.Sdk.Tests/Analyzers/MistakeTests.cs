using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ServerlessCompute;

/// <summary>Mistakes that compile: each is found where it is, what only looks like one is not, and the fix leaves code that says what was meant.</summary>
internal sealed class MistakeTests
{
    private const string Start =
        """
        using System;
        using ServerlessCompute;

        DataInput data = Input.UriFolder("azureml:taxi:1");
        Output model = Output.CustomModel();
        var lr = Search.Uniform(0, 1);
        CommandJob job = Command.Run("a").WithEnvironment("azureml:e:1");

        """;

    private const string End = "\nConsole.WriteLine(job.DisplayName + data + model + lr);\n";

    private static readonly Dictionary<string, (DiagnosticAnalyzer Analyzer, CodeFixProvider Fix)> Rules = new(StringComparer.Ordinal)
    {
        ["SCA001"] = (new HoleAsTextAnalyzer(), new HoleAsTextFix()),
        ["SCA002"] = (new TimeoutAnalyzer(), new TimeoutFix()),
        ["SCA003"] = (new DiscardedCopyAnalyzer(), new DiscardedCopyFix()),
        ["SCA004"] = (new TextForInputAnalyzer(), new TextForInputFix()),
    };

    // A word that a hole is called by.
    [TestCase("SCA001", "job = job.WithCommand($\"python train.py --data [|data|] --copy {data}\");", "job = job.WithCommand($\"python train.py --data {data} --copy {data}\");")]
    [TestCase("SCA001", "job = job.WithCommand($\"train {data} --out '[|model|]' {model}\");", "job = job.WithCommand($\"train {data} --out '{model}' {model}\");")]
    [TestCase("SCA001", "job = job.WithCommand($\"train --rate=[|rate|] {data} {lr.Named(\"rate\")}\");", "job = job.WithCommand($\"train --rate={lr.Named(\"rate\")} {data} {lr.Named(\"rate\")}\");")]
    [TestCase("SCA001", "job = job with { Command = $\"[|data|] {data}\" };", "job = job with { Command = $\"{data} {data}\" };")]

    // Time limits.
    [TestCase("SCA002", "job = job.WithTimeout([|TimeSpan.FromSeconds(30)|]);", "job = job.WithTimeout(TimeSpan.FromMinutes(30));")]
    [TestCase("SCA002", "job = job.WithTimeout([|new TimeSpan(0, 0, 59)|]);", "job = job.WithTimeout(TimeSpan.FromMinutes(1));")]
    [TestCase("SCA002", "job = job.WithTimeout([|TimeSpan.FromMinutes(0.5)|]);", "job = job.WithTimeout(TimeSpan.FromMinutes(1));")]
    [TestCase("SCA002", "var sweep = Sweep.Over(job).WithLimits(4, timeout: [|TimeSpan.FromSeconds(20)|]); Console.WriteLine(sweep);", "var sweep = Sweep.Over(job).WithLimits(4, timeout: TimeSpan.FromMinutes(20)); Console.WriteLine(sweep);")]

    // Copies that nobody takes.
    [TestCase("SCA003", "[|job.WithDisplayName(\"x\")|];", "job = job.WithDisplayName(\"x\");")]
    [TestCase("SCA003", "[|job.WithDisplayName(\"x\").WithTimeout(TimeSpan.FromHours(1))|];", "job = job.WithDisplayName(\"x\").WithTimeout(TimeSpan.FromHours(1));")]
    [TestCase("SCA003", "_ = [|job with { DisplayName = \"x\" }|];", "job = job with { DisplayName = \"x\" };")]
    [TestCase("SCA003", "[|Command.Run(\"b\").WithDisplayName(\"x\")|];", "var changed = Command.Run(\"b\").WithDisplayName(\"x\");")]
    [TestCase("SCA003", "[|model.RegisteredAs(\"m\")|];", "model = model.RegisteredAs(\"m\");")]
    [TestCase("SCA003", "foreach (CommandJob one in new[] { job }) { [|one.WithDisplayName(\"x\")|]; }", "foreach (CommandJob one in new[] { job }) { var changed = one.WithDisplayName(\"x\"); }")]

    // Texts for inputs.
    [TestCase("SCA004", "string rate = \"0.01\"; job = job.WithCommand($\"train {[|rate|]}\");", "Input<double> rate = 0.01; job = job.WithCommand($\"train {rate}\");")]
    [TestCase("SCA004", "const string epochs = \"7\"; job = job.WithCommand($\"train {[|epochs|]}\");", "Input<int> epochs = 7; job = job.WithCommand($\"train {epochs}\");")]
    [TestCase("SCA004", "var taxi = \"azureml://datastores/d/paths/taxi/\"; job = job.WithCommand($\"train {[|taxi|]}\");", "DataInput taxi = Input.UriFolder(\"azureml://datastores/d/paths/taxi/\"); job = job.WithCommand($\"train {taxi}\");")]
    [TestCase("SCA004", "job = job.WithInput(\"data\", [|\"azureml://datastores/d/paths/taxi.csv\"|]);", "job = job.WithInput(\"data\", Input.UriFile(\"azureml://datastores/d/paths/taxi.csv\"));")]
    [TestCase("SCA004", "job = job.WithInput(\"rate\", [|\"0.5\"|]);", "job = job.WithInput(\"rate\", 0.5);")]
    [TestCase("SCA004", "job = job.WithInput(\"lora\", [|\"True\"|]);", "job = job.WithInput(\"lora\", true);")]
    public async Task Mistake_ThatCompiles_IsFoundAndMended(string id, string marked, string mended)
    {
        string line = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        string program = Start + line + End;

        ImmutableArray<Diagnostic> found = await Analyzed.FindAsync(Rules[id].Analyzer, program);
        string changed = await Analyzed.FixAsync(Rules[id].Analyzer, Rules[id].Fix, program);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { id }));
            Assert.That(found[0].Location.SourceSpan.Start - Start.Length, Is.EqualTo(marked.IndexOf("[|", StringComparison.Ordinal)));
            Assert.That(found[0].Location.SourceSpan.Length, Is.EqualTo(marked.IndexOf("|]", StringComparison.Ordinal) - marked.IndexOf("[|", StringComparison.Ordinal) - 2));
            Assert.That(changed, Is.EqualTo(Start + mended + End));
            Assert.That(await Analyzed.FindAsync(Rules[id].Analyzer, changed), Is.Empty);
        }
    }

    [TestCase("SCA001", "job = job.WithCommand($\"python train_data.py --data {data} --data-format csv ./data/x data.csv mydata\");")]
    [TestCase("SCA001", "job = job.WithCommand($\"model={model} data=x {data}\");")]
    [TestCase("SCA001", "Console.WriteLine($\"data {data}\");")]
    [TestCase("SCA001", "string name = \"x\"; job = job.WithCommand($\"echo name {name}\");")]
    [TestCase("SCA002", "job = job.WithTimeout(TimeSpan.FromSeconds(60));")]
    [TestCase("SCA002", "job = job.WithTimeout(TimeSpan.FromMinutes(5)); int n = 3; job = job.WithTimeout(TimeSpan.FromSeconds(n));")]
    [TestCase("SCA002", "System.Threading.Thread.Sleep(TimeSpan.FromSeconds(0));")]
    [TestCase("SCA003", "job = job.WithDisplayName(\"x\"); var other = job with { DisplayName = \"y\" }; Console.WriteLine(other);")]
    [TestCase("SCA003", "Console.WriteLine(job.WithDisplayName(\"x\")); new System.Text.StringBuilder().Append('x');")]
    [TestCase("SCA003", "Action act = () => job.WithDisplayName(\"x\"); act();")]
    [TestCase("SCA003", "var serverless = new InMemoryServerless(); serverless.AddCluster(\"cpu\", \"Standard_D4_v3\", 0, 4);")]
    [TestCase("SCA003", "Pipeline.Define(\"p\", p => { p.Add(\"a\", job); });")]
    [TestCase("SCA004", "string name = \"resnet50\"; job = job.WithCommand($\"train {name}\");")]
    [TestCase("SCA004", "string rate = \"0.01\"; rate = \"fast\"; job = job.WithCommand($\"train {rate}\");")]
    [TestCase("SCA004", "string rate = \"0.01\"; Console.WriteLine($\"{rate}\");")]
    [TestCase("SCA004", "job = job.WithInput(\"version\", \"v1\").WithInput(\"n\", \"007\").WithTags([new(\"a\", \"1\")]);")]
    [TestCase("SCA004", "var step = new CommandStep { Component = \"azureml:c:1\" }.WithInput(\"apply_lora\", \"true\"); Console.WriteLine(step);")]
    public async Task Code_ThatOnlyLooksLikeAMistake_IsLeftAlone(string id, string line) =>
        Assert.That((await Analyzed.FindAsync(Rules[id].Analyzer, Start + line + End)).Select(diagnostic => diagnostic.GetMessage()), Is.Empty);

    [Test]
    public async Task Timeout_OfSeconds_MayAlsoBecomeOneMinute() => Assert.That(
        await Analyzed.FixAsync(Rules["SCA002"].Analyzer, Rules["SCA002"].Fix, Start + "job = job.WithTimeout(TimeSpan.FromSeconds(30));" + End, offer: 1),
        Does.Contain("job.WithTimeout(TimeSpan.FromMinutes(1));"));

    [Test]
    public async Task Message_OfEachRule_SaysWhatHappens()
    {
        const string Lines = "string rate = \"0.01\"; job = job.WithCommand($\"data {data} {rate}\").WithTimeout(TimeSpan.FromSeconds(30)); job.WithName(\"x\");";
        var messages = new List<string>();
        foreach (string id in Rules.Keys)
        {
            messages.AddRange((await Analyzed.FindAsync(Rules[id].Analyzer, Start + Lines + End)).Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.That(messages, Is.EqualTo(new[]
        {
            "The command has a hole 'data', and 'data' as plain text, which the job will see as that word",
            "The limit of 00:00:30 is over before a machine of the service is ready",
            "'WithName' gives a changed copy, and nobody takes it: the CommandJob stays as it was",
            "'0.01' is a number, and goes into the job as a text: write Input<double> rate = 0.01",
        }));
    }
}
