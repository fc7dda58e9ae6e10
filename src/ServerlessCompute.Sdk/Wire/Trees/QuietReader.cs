namespace ServerlessCompute;

/// <summary>Reads what the service sends: nothing is wrong there, and whatever is not understood is kept as it came.</summary>
internal sealed class QuietReader(Dialect dialect) : TreeReader(dialect)
{
    public override void Report(TreePlace at, string message, string fix)
    {
    }

    public override void Warn(TreePlace at, string message, string fix)
    {
    }
}
