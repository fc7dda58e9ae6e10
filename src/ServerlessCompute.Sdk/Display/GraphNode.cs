namespace ServerlessCompute;

/// <summary>A box of the graph of a pipeline.</summary>
/// <param name="Name">What stands in it.</param>
/// <param name="Kind">What it is, in a word or two.</param>
/// <param name="Shape">Whether it is a step, an end of the pipeline, or stands for several that are not drawn.</param>
internal sealed record GraphNode(string Name, string Kind, GraphShape Shape);
