namespace ServerlessCompute;

/// <summary>YAML 1.1 as PyYAML reads it.</summary>
internal sealed class YamlScalarTests
{
    [TestCase("yes", "Flag true")]
    [TestCase("On", "Flag true")]
    [TestCase("OFF", "Flag false")]
    [TestCase("oN", "Text oN")]
    [TestCase("y", "Text y")]
    [TestCase("~", "Null null")]
    [TestCase("", "Null null")]
    [TestCase("NULL", "Null null")]
    [TestCase("nULL", "Text nULL")]
    [TestCase("0", "Integer 0")]
    [TestCase("-12", "Integer -12")]
    [TestCase("010", "Integer 8")]
    [TestCase("-010", "Integer -8")]
    [TestCase("08", "Text 08")]
    [TestCase("0o17", "Text 0o17")]
    [TestCase("0x1f", "Integer 31")]
    [TestCase("-0xF_F", "Integer -255")]
    [TestCase("0b1_01", "Integer 5")]
    [TestCase("1_000", "Integer 1000")]
    [TestCase("1:30", "Integer 90")]
    [TestCase("-1:30:05", "Integer -5405")]
    [TestCase("1:60", "Text 1:60")]
    [TestCase("0:30", "Text 0:30")]
    [TestCase("1:5:123", "Text 1:5:123")]
    [TestCase("123456789012345678901234567890", "Integer 123456789012345678901234567890")]
    [TestCase("0xffffffffffffffffffff", "Integer 1208925819614629174706175")]
    [TestCase("1.0", "Number 1.0")]
    [TestCase("1.", "Number 1.0")]
    [TestCase(".5", "Number 0.5")]
    [TestCase("-.5", "Text -.5")]
    [TestCase("1e3", "Text 1e3")]
    [TestCase("1.5e3", "Text 1.5e3")]
    [TestCase("1.5e+3", "Number 1500.0")]
    [TestCase("1.0E-5", "Number 1e-05")]
    [TestCase("1_0.2_5", "Number 10.25")]
    [TestCase("1:30.5", "Number 90.5")]
    [TestCase("1:30.5e+1", "Text 1:30.5e+1")]
    [TestCase("-.inf", "Number -inf")]
    [TestCase(".NaN", "Number nan")]
    [TestCase("+.nan", "Text +.nan")]
    [TestCase("2024-02-30", "Date 2024-02-30")]
    [TestCase("2024-2-3", "Text 2024-2-3")]
    [TestCase("2024-2-3 1:02:03", "Date 2024-2-3 1:02:03")]
    [TestCase("2001-12-14t21:59:43.10-05:00", "Date 2001-12-14t21:59:43.10-05:00")]
    [TestCase("2001-12-14 21:59:43 Z", "Date 2001-12-14 21:59:43 Z")]
    [TestCase("2001-12-14T21:59:43+5:3", "Text 2001-12-14T21:59:43+5:3")]
    [TestCase("-", "Text -")]
    [TestCase("+1a", "Text +1a")]
    [TestCase("=", null)]
    [TestCase("<<", null)]
    [TestCase("0x_", null)]
    [TestCase("0b_", null)]
    public void Resolve_ATextWithoutQuotes_IsWhatPyYamlMakesOfIt(string plain, string? expected)
    {
        TreeScalar? scalar = YamlScalars.Resolve(plain, default);

        Assert.That(scalar is null ? null : $"{scalar.Kind} {scalar.Text}", Is.EqualTo(expected));
    }
}
