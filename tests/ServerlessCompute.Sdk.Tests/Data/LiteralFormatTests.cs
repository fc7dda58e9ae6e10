using System.Globalization;
using CsCheck;

namespace ServerlessCompute;

/// <summary>Numbers as training scripts have always been sent them: Python's spelling. The expected texts are what Python prints.</summary>
internal sealed class LiteralFormatTests
{
    [TestCase(0.0, "0.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(1.0, "1.0")]
    [TestCase(-2.5, "-2.5")]
    [TestCase(0.1, "0.1")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(0.00001, "1e-05")]
    [TestCase(1.5e-7, "1.5e-07")]
    [TestCase(1e15, "1000000000000000.0")]
    [TestCase(123456789012345.6, "123456789012345.6")]
    [TestCase(1e16, "1e+16")]
    [TestCase(1.25e100, "1.25e+100")]
    [TestCase(0.30000000000000004, "0.30000000000000004")]
    [TestCase(5e-324, "5e-324")]
    [TestCase(1.7976931348623157e308, "1.7976931348623157e+308")]
    [TestCase(double.NaN, "nan")]
    [TestCase(double.PositiveInfinity, "inf")]
    [TestCase(double.NegativeInfinity, "-inf")]
    public void Format_Double_IsAsPythonSpellsIt(double value, string text) => Assert.That(LiteralFormat.Format(value), Is.EqualTo(text));

    [TestCase(0.1f, "0.1")]
    [TestCase(1e-5f, "1e-05")]
    [TestCase(16777216f, "16777216.0")]
    [TestCase(float.NaN, "nan")]
    [TestCase(float.PositiveInfinity, "inf")]
    [TestCase(float.NegativeInfinity, "-inf")]
    public void Format_Float_KeepsItsOwnDigits(float value, string text) => Assert.That(LiteralFormat.Format(value), Is.EqualTo(text));

    [Test]
    public void Format_AnyDouble_ReadsBack() =>
        Gen.Double.Where(double.IsFinite).Sample(
            value => double.Parse(LiteralFormat.Format(value), NumberStyles.Float, CultureInfo.InvariantCulture).Equals(value),
            iter: 20_000);

    [Test]
    public void TryFormat_EachLiteralType_HasAText()
    {
        object[] values = ["t", true, 1.0, 1.0f, 1.50m, (sbyte)-1, (byte)1, (short)-1, (ushort)1, -1, 1u, -1L, ulong.MaxValue];

        Assert.That(
            values.Select(LiteralFormat.TryFormat),
            Is.EqualTo(new[] { "t", "True", "1.0", "1.0", "1.50", "-1", "1", "-1", "1", "-1", "1", "-1", "18446744073709551615" }));
    }

    [Test]
    public void TryFormat_AnythingElse_HasNone()
    {
        Assert.That(LiteralFormat.TryFormat(null), Is.Null);
        Assert.That(LiteralFormat.TryFormat(DateTimeOffset.UnixEpoch), Is.Null);
    }
}
