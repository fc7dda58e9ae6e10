namespace ServerlessCompute;

internal sealed class SpellingTests
{
    private static readonly string[] Known = ["learning_rate", "seed", "data", "x"];

    [TestCase("learningrate", "learning_rate")]
    [TestCase("lerning_raet", "learning_rate")]
    [TestCase("Learning_Rate", "learning_rate")]
    [TestCase("sede", "seed")]
    [TestCase("date", "data")]
    public void Nearest_OfASlip_IsWhatWasMeant(string written, string meant) => Assert.That(Spelling.Nearest(written, Known), Is.EqualTo(meant));

    [TestCase("model")]
    [TestCase("batch_size")]
    [TestCase("")]
    public void Nearest_OfAnotherName_IsNone(string written) => Assert.That(Spelling.Nearest(written, ["learning_rate", "seed"]), Is.Null);

    [Test]
    public void Nearest_OfSeveral_IsTheOneWithTheFewestEdits() => Assert.That(Spelling.Nearest("datta", ["daata_", "data"]), Is.EqualTo("data"));

    [Test]
    public void Nearest_OfAVeryLongName_IsNone() => Assert.That(Spelling.Nearest(new string('a', 65), [new string('a', 64)]), Is.Null);
}
