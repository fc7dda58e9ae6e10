namespace ServerlessCompute;

internal sealed class RawJsonTests
{
    [TestCase("{ \"a\" : [ 1 , 2.0, null ] }", "{\"a\":[1,2.0,null]}")]
    [TestCase(" \"x\" ", "\"x\"")]
    [TestCase("1e5", "1e5")]
    [TestCase("null", "null")]
    public void Parse_AnyValue_IsKeptWithoutWhiteSpace(string json, string compact) => Assert.That(RawJson.Parse(json).ToString(), Is.EqualTo(compact));

    [TestCase("")]
    [TestCase("{")]
    [TestCase("1 2")]
    [TestCase("nope")]
    public void Parse_NoJson_IsRefused(string json) => Assert.That(() => RawJson.Parse(json), Throws.TypeOf<FormatException>());

    [Test]
    public void Conversions_PlainValues_EqualTheParsedOnes()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((RawJson)"it's <é>\n", Is.EqualTo(RawJson.Parse("\"it's <\\u00e9>\\n\"")));
            Assert.That((RawJson)true, Is.EqualTo(RawJson.Parse("true")));
            Assert.That((RawJson)3L, Is.EqualTo(RawJson.Parse("3")));
            Assert.That((RawJson)0.5, Is.EqualTo(RawJson.Parse("0.5")));
            Assert.That((RawJson)(string?)null, Is.EqualTo(default(RawJson)));
            Assert.That(default(RawJson).IsNull);
            Assert.That(default(RawJson).ToString(), Is.EqualTo("null"));
            Assert.That(() => (RawJson)double.NaN, Throws.ArgumentException);
        }
    }
}
