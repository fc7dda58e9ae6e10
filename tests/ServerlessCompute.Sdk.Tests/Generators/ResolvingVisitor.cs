namespace ServerlessCompute;

/// <summary>Makes ids of the names that were generated, since nothing else is sent.</summary>
internal sealed class ResolvingVisitor : JobVisitor
{
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    public override string Compute(string place, string compute) => Id(compute, "computes");

    public override string Datastore(string place, string datastore) => Id(datastore, "datastores");

    public override string Component(string place, string reference) => Id(reference, "components");

    private static string Id(string text, string collection) =>
        text.StartsWith("/subscriptions/", StringComparison.Ordinal) ? text : $"{Workspace}/{collection}/{text}";
}
