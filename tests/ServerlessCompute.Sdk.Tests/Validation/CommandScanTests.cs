namespace ServerlessCompute;

internal sealed class CommandScanTests
{
    [Test]
    public void References_Always_HaveScopeNameBlockAndQuotes()
    {
        var scan = new CommandScan("a ${{inputs.x}} $[[ -s \"${{ inputs . seed }}\" ]] '${{outputs.a.b}}' \\'${{name}} ${{}}");

        Assert.That(scan.References, Is.EqualTo(new CommandReference[]
        {
            new("inputs", "x", IsOptional: false, '\0'),
            new("inputs", "seed", IsOptional: true, '"'),
            new("outputs", "a.b", IsOptional: false, '\''),
            new("name", null, IsOptional: false, '\0'),
            new("", null, IsOptional: false, '\0'),
        }));
    }

    [TestCase("echo \"it's\" ${{inputs.x}}", '\0')]
    [TestCase("echo 'a\\' ${{inputs.x}}", '\0')]
    [TestCase("echo \"a\\\" ${{inputs.x}}\"", '"')]
    [TestCase("echo \\${{inputs.x}}", '\0')]
    public void Quote_AfterOtherQuotes_IsTheShells(string command, char quote) => Assert.That(new CommandScan(command).References.Single().Quote, Is.EqualTo(quote));

    [TestCase("${{inputs.x}}", null)]
    [TestCase("${{inputs.x", "${{inputs.x")]
    [TestCase("${{inputs.x} ${{inputs.y}}", "${{inputs.x} ")]
    [TestCase("${{", "${{")]
    public void UnclosedReference_Always_IsTheFirst(string command, string? unclosed) => Assert.That(new CommandScan(command).UnclosedReference, Is.EqualTo(unclosed));

    [TestCase("$[[a]]", false)]
    [TestCase("$[[a]", true)]
    [TestCase("[[ a ]] $[[b]] $[[", true)]
    [TestCase("]]", false)]
    public void HasUnclosedBlock_Always_LooksAtTheLastBlock(string command, bool isOpen) => Assert.That(new CommandScan(command).HasUnclosedBlock, Is.EqualTo(isOpen));

    [TestCase("{inputs.x} {outputs.y_1} {search_space.z}", "{inputs.x} {outputs.y_1} {search_space.z}")]
    [TestCase("{{inputs.x}}", "{inputs.x}")]
    [TestCase("{inputs.x {inputs.} {input.x} {inputs.x.y} {INPUTS.x}", "")]
    [TestCase("${{inputs.x}}", "")]
    public void SingleBraces_Always_AreWholeReferences(string command, string found) => Assert.That(string.Join(' ', new CommandScan(command).SingleBraces), Is.EqualTo(found));

    [TestCase("${inputs.x}", "${inputs.x")]
    [TestCase("${outputs.", "${outputs.")]
    [TestCase("${inputs} ${x.inputs.y} $inputs.x", null)]
    public void BracesEaten_Always_IsWhatCSharpLeaves(string command, string? found) => Assert.That(new CommandScan(command).BracesEaten, Is.EqualTo(found));

    // Each would take minutes in a scan that looks ahead to the end at every opening.
    [TestCase("${{")]
    [TestCase("${{inputs.a")]
    [TestCase("${{inputs.a} ")]
    [TestCase("{inputs.")]
    [TestCase("{inputs.a")]
    [TestCase("${inputs.a")]
    [TestCase("$[[")]
    [TestCase("$[[${{inputs.a}}")]
    [TestCase("]]")]
    [TestCase("'")]
    [TestCase("\"\\")]
    [TestCase("⟦input ")]
    [TestCase("${{inputs.a}}")]
    [MaxTime(30_000)]
    public void Validate_AMegabyteOfOpenings_TakesNoTime(string part)
    {
        string command = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        Assert.That(DiagnosticCases.Good.WithCommand(command).Validate().All, Is.Not.Null);
    }

    [Test, MaxTime(30_000)]
    public void Validate_ManyDifferentNames_TakesNoTime()
    {
        string command = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"${{{{inputs.i{i}}}}} "));
        var inputs = Enumerable.Range(50_000, 20_000).Select(i => KeyValuePair.Create<string, Input>($"i{i}", i));

        Assert.That(DiagnosticCases.Good.WithCommand(command).WithInputs(ValueMap.From(inputs)).Validate().All, Has.Count.EqualTo(70_000));
    }
}
