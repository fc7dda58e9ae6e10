namespace ServerlessCompute;

/// <summary>The library as somebody with a YAML file meets it.</summary>
internal interface IYamlDoor
{
    /// <summary>Loads a file; throws what the library documents for one that is wrong.</summary>
    object Load(CorpusFile file);

    /// <summary>Sends what was loaded to a service, with all that it needs.</summary>
    Task SubmitAsync(ServerlessComputeClient client, object loaded, CancellationToken cancellationToken);

    /// <summary>Whether the library says with this exception, and documents, that a file is wrong.</summary>
    bool IsRefusal(Exception exception);
}
