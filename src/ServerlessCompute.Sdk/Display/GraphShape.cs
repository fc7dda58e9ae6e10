namespace ServerlessCompute;

/// <summary>How a box of a graph looks.</summary>
internal enum GraphShape
{
    /// <summary>A step.</summary>
    Step,

    /// <summary>An input or output of the pipeline.</summary>
    End,

    /// <summary>Several that are not drawn.</summary>
    Rest,
}
