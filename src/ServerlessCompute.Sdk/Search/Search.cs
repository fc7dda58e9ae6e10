namespace ServerlessCompute;

/// <summary>Makes search spaces: from where a sweep takes the values of its hyperparameters.</summary>
/// <example>
/// <code>
/// var lr = Search.LogUniformBetween(1e-4, 1e-1);
/// var trees = Search.Choice(50, 100, 200);
/// var sweep = Sweep.Over(Command.Run($"python train.py --lr {lr} --trees {trees}"));
/// </code>
/// </example>
public static class Search
{
    /// <summary>One of several values.</summary>
    public static ChoiceSearchSpace Choice(params ReadOnlySpan<SearchValue> values) => new() { Values = ValueList.Create(values) };

    /// <summary>A number between two others, each as likely as the next.</summary>
    public static UniformSearchSpace Uniform(double minValue, double maxValue) => new() { MinValue = minValue, MaxValue = maxValue };

    /// <summary>
    /// The service's <c>loguniform</c>: <c>exp(x)</c>, where <c>x</c> is uniform between two exponents. For a range of values rather than
    /// exponents use <see cref="LogUniformBetween"/>.
    /// </summary>
    public static LogUniformSearchSpace LogUniform(double minExponent, double maxExponent) => new() { MinExponent = minExponent, MaxExponent = maxExponent };

    /// <summary>A number between two others whose logarithm is uniform: each power of ten is as likely as the next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not positive.</exception>
    public static LogUniformSearchSpace LogUniformBetween(double minValue, double maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minValue);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxValue);
        return LogUniform(Math.Log(minValue), Math.Log(maxValue));
    }

    /// <summary>A number of a normal distribution.</summary>
    /// <param name="mu">The mean.</param>
    /// <param name="sigma">The standard deviation.</param>
    public static NormalSearchSpace Normal(double mu, double sigma) => new() { Mu = mu, Sigma = sigma };

    /// <summary><c>exp(x)</c>, where <c>x</c> is of a normal distribution.</summary>
    /// <param name="mu">The mean of the exponent.</param>
    /// <param name="sigma">The standard deviation of the exponent.</param>
    public static LogNormalSearchSpace LogNormal(double mu, double sigma) => new() { Mu = mu, Sigma = sigma };

    /// <summary>A number between two others, rounded to multiples of a step.</summary>
    public static QUniformSearchSpace QUniform(double minValue, double maxValue, double q) => new() { MinValue = minValue, MaxValue = maxValue, Q = q };

    /// <summary><c>exp(x)</c>, where <c>x</c> is uniform between two exponents, rounded to multiples of a step.</summary>
    public static QLogUniformSearchSpace QLogUniform(double minExponent, double maxExponent, double q) =>
        new() { MinExponent = minExponent, MaxExponent = maxExponent, Q = q };

    /// <summary>A number of a normal distribution, rounded to multiples of a step.</summary>
    public static QNormalSearchSpace QNormal(double mu, double sigma, double q) => new() { Mu = mu, Sigma = sigma, Q = q };

    /// <summary><c>exp(x)</c>, where <c>x</c> is of a normal distribution, rounded to multiples of a step.</summary>
    public static QLogNormalSearchSpace QLogNormal(double mu, double sigma, double q) => new() { Mu = mu, Sigma = sigma, Q = q };

    /// <summary>A whole number from 0 up to a bound, which is not among them.</summary>
    public static RandintSearchSpace Randint(int upper) => new() { Upper = upper };
}
