namespace ServerlessCompute;

/// <summary>Keeps what is wrong with a tree.</summary>
internal sealed class ListeningReader(Dialect dialect) : TreeReader(dialect)
{
    public List<string> Problems { get; } = [];

    public List<string> Warnings { get; } = [];

    public override void Report(TreePlace at, string message, string fix) => Problems.Add($"{Path}: {message} {fix}");

    public override void Warn(TreePlace at, string message, string fix) => Warnings.Add($"{Path}: {message} {fix}");
}
