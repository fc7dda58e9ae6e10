namespace ServerlessCompute;

/// <summary>Every trial goes on to its end.</summary>
internal sealed class NoStop : StopPolicy
{
    public override string Name => "Default";

    public override string Config => "{}";

    protected override bool Judge(SweptTrial trial, int interval, IReadOnlyList<SweptTrial> trials, bool maximizes) => false;
}
