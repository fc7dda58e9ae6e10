namespace ServerlessCompute;

/// <summary>What a YAML file describes.</summary>
internal enum CorpusKind
{
    Job,
    Component,
    Schedule,
}
