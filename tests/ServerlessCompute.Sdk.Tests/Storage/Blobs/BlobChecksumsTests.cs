namespace ServerlessCompute;

/// <summary>The checksums against their published check values.</summary>
[TestFixture]
internal sealed class BlobChecksumsTests
{
    [Test]
    public void Crc64_OfTheNineDigits_IsTheCatalogueValue() =>
        Assert.That(Convert.ToHexString(BlobChecksums.Crc64("123456789"u8)), Is.EqualTo("8898790A86148BAE"));

    [Test]
    public void Md5_OfNothing_IsTheKnownValue() =>
        Assert.That(Convert.ToBase64String(BlobChecksums.Md5([])), Is.EqualTo("1B2M2Y8AsgTpgAmY7PhCfg=="));
}
