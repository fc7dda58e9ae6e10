namespace ServerlessCompute;

/// <summary>A place in a datastore: <c>azureml://datastores/{name}/paths/{path}</c>, or the same with the workspace before it.</summary>
/// <param name="WorkspacePath">The workspace's resource id; null for the client's own.</param>
/// <param name="Datastore">The datastore's name.</param>
/// <param name="Path">The place in it; a slash at its end says that it is a folder.</param>
internal sealed record DatastoreUri(string? WorkspacePath, string Datastore, string Path)
{
    private const string Scheme = "azureml://";

    /// <exception cref="JobAssetException">The text is no such address.</exception>
    public static DatastoreUri Parse(string text)
    {
        string[] parts = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].Split('/') : [];
        return parts switch
        {
            ["datastores", var name, "paths", .. var path] => new DatastoreUri(WorkspacePath: null, name, string.Join('/', path)),

            // The service writes the default output of a job without "paths".
            ["datastores", var name, .. var path] => new DatastoreUri(WorkspacePath: null, name, string.Join('/', path)),
            [var s, var subscription, var g, var group, var w, var workspace, "datastores", var name, "paths", .. var path]
                when Is(s, "subscriptions") && Is(g, "resourceGroups") && Is(w, "workspaces") =>
                new DatastoreUri(new WorkspaceId(subscription, group, workspace).ToString(), name, string.Join('/', path)),
            _ => throw new JobAssetException($"'{text}' is no place in a datastore, which looks like azureml://datastores/NAME/paths/FOLDER/. Fetch it with the tools of the storage that it is in."),
        };
    }

    private static bool Is(string part, string word) => string.Equals(part, word, StringComparison.OrdinalIgnoreCase);
}
