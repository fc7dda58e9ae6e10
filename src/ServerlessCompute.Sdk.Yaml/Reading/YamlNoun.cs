namespace ServerlessCompute;

/// <summary>What a document may describe.</summary>
internal enum YamlNoun
{
    /// <summary>Something that runs.</summary>
    Job,

    /// <summary>Something that steps of pipelines run.</summary>
    Component,

    /// <summary>When something runs.</summary>
    Schedule,
}
