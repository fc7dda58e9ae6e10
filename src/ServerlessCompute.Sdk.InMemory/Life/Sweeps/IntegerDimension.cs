using System.Globalization;

namespace ServerlessCompute;

/// <summary>A whole number from 0 up to, not including, a limit.</summary>
internal sealed class IntegerDimension(int limit) : Dimension
{
    public override int? Count => limit;

    public override long? Combinations => null;

    public override string Value(ReadOnlySpan<double> point) =>
        Math.Min((long)(point[Index] * limit), limit - 1).ToString(CultureInfo.InvariantCulture);
}
