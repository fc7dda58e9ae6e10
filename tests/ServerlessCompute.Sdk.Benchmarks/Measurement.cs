using System.Globalization;

namespace ServerlessCompute;

/// <summary>One measured value.</summary>
internal readonly record struct Measurement(string Name, double Value, string Unit)
{
    // Three digits are what a repeated measurement agrees on; whole numbers stay whole.
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {(Value >= 100 ? Math.Round(Value) : Value):0.##} {Unit}");
}
