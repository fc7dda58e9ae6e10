namespace ServerlessCompute;

/// <summary>Loads the files of a corpus and sends them through the client's real pipeline to a service that only listens.</summary>
internal sealed class GoldenDriver(IYamlDoor door)
{
    /// <summary>What becomes of one file. An exception that the library does not document comes out.</summary>
    public async Task<GoldenEntry> RunAsync(CorpusFile file, CancellationToken cancellationToken = default)
    {
        var service = new StandInService();
        try
        {
            object loaded = door.Load(file);
            await door.SubmitAsync(service.CreateClient(), loaded, cancellationToken);
            return new GoldenEntry(file, service.Requests) { Unknown = service.Unknown };
        }
        catch (Exception e) when (door.IsRefusal(e))
        {
            return new GoldenEntry(file, [], $"{e.GetType().Name}: {e.Message}");
        }
    }
}
