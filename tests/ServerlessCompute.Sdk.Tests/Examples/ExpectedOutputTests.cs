namespace ServerlessCompute;

internal sealed class ExpectedOutputTests
{
    [TestCase("Completed", "Completed\n")]
    [TestCase("accuracy {number}\nend", "accuracy 0.97\r\nend\r\n")]
    [TestCase("{number} {time} {word} [{text}]", "-1e-05 00:12:03.5 iris.csv []")]
    [TestCase("Passed!", "\u001B[32mPassed!\u001B[m")]
    [TestCase("a\n...\nz", "a\nz")]
    [TestCase("a\n...\nz", "a\nb\nc\nz")]
    [TestCase("{ \"a\": {number} }", "{ \"a\": 3 }")]
    public void Mismatch_OfOutputAsExpected_IsNull(string expected, string output) =>
        Assert.That(new ExpectedOutput(expected).Mismatch(output), Is.Null);

    [TestCase("a\nb\nc", "a\nx\nc", "Line 2 of the expected output was not printed: b")]
    [TestCase("a\n...\nz", "a\nb\nc", "Line 3 of the expected output was not printed: z")]
    [TestCase("accuracy {number}", "accuracy good", "Line 1 of the expected output was not printed: accuracy {number}")]
    [TestCase("a\nb", "a", "Line 2 of the expected output was not printed: b")]
    [TestCase("a\nb", "", "Line 1 of the expected output was not printed: a")]
    [TestCase("a", "a\nb", "More was printed than is expected.")]
    public void Mismatch_OfAnotherOutput_SaysWhereItGoesAstray(string expected, string output, string mismatch) =>
        Assert.That(new ExpectedOutput(expected).Mismatch(output), Is.EqualTo(mismatch));
}
