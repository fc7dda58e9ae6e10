namespace ServerlessCompute;

/// <summary>
/// What the service can be sent: every path an address or an id, nothing described in place. Making a job so is the business of
/// whoever submits it; this room only refuses the others.
/// </summary>
internal static class ResolvedJob
{
    /// <exception cref="InvalidOperationException">A part of the job has to be resolved first.</exception>
    public static void Demand(Job job)
    {
        if (job.JobType.Value is null)
        {
            throw new InvalidOperationException("A job without a type cannot be sent.");
        }

        if (job.Compute is not null && !job.Compute.StartsWith('/'))
        {
            throw Unresolved("compute", job.Compute, "a resource id");
        }

        if (job is CommandJob command)
        {
            Demand(command);
        }
    }

    private static void Demand(CommandJob job)
    {
        JobEnvironment? environment = job.Environment;
        if (environment is null || environment.IsInline || !IsAddress(environment.Reference))
        {
            throw Unresolved("environment", environment?.ToString(), "an id or an address");
        }

        Demand("code", null, job.Code);
        foreach (ref readonly KeyValuePair<string, Input> input in job.AllInputs.Entries)
        {
            Demand("inputs", input.Key, (input.Value as DataInput)?.Path);
        }

        foreach (ref readonly KeyValuePair<string, Output> output in job.AllOutputs.Entries)
        {
            Demand("outputs", output.Key, output.Value.Path);
        }
    }

    private static void Demand(string part, string? name, AssetPath? path)
    {
        if (path is not null && !IsAddress(path.Text))
        {
            throw Unresolved(name is null ? part : $"{part}.{name}", path.Text, "an id or an address");
        }
    }

    /// <summary>
    /// An id, an address, a binding, or a reference with its prefix: the service takes <c>azureml:name:version</c> for curated
    /// environments and sends it back as it was.
    /// </summary>
    private static bool IsAddress(string? text) =>
        text is not null
        && (text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("azureml:", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("${{", StringComparison.Ordinal)
            || (text.Contains("://", StringComparison.Ordinal) && !text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)));

    private static InvalidOperationException Unresolved(string part, string? value, string wanted) =>
        new($"'{part}' is '{value}' where the service needs {wanted}. Resolve the job before it is sent.");
}
