namespace ServerlessCompute;

/// <summary>
/// What the service can be sent: every path an address or an id, nothing described in place. Making a job so is the business of
/// whoever submits it; this room only refuses the others.
/// </summary>
internal sealed class ResolvedJob : JobVisitor
{
    private static readonly ResolvedJob _visitor = new();

    /// <exception cref="InvalidOperationException">A part of the job has to be resolved first.</exception>
    public static void Demand(Job job)
    {
        if (job.JobType.Value is null)
        {
            throw new InvalidOperationException("A job without a type cannot be sent.");
        }

        if (job is CommandJob command)
        {
            Demand(command);
        }
        else
        {
            job.Visit(_visitor);
        }
    }

    public override string Compute(string place, string compute) =>
        compute.StartsWith('/') ? compute : throw Unresolved(place, compute, "a resource id");

    public override JobEnvironment Environment(string place, JobEnvironment environment) =>
        environment is { IsInline: false, Reference: var reference } && IsAddress(reference) ? environment : throw Unresolved(place, environment.ToString(), "an id or an address");

    public override string Component(string place, string reference) =>
        IsAddress(reference) ? reference : throw Unresolved(place, reference, "an id or an address");

    public override ComponentSource Component(string place, Component definition) =>
        throw Unresolved(place, definition.Name ?? definition.DisplayName ?? definition.Kind, "a registered component");

    public override string Datastore(string place, string datastore) =>
        IsAddress(datastore) ? datastore : throw Unresolved(place, datastore, "a resource id");

    public override AssetPath Code(string place, AssetPath code) => Demand(place, code) ?? code;

    public override Input Input(string place, Input input)
    {
        Demand(place, (input as DataInput)?.Path);
        return input;
    }

    public override Output Output(string place, Output output)
    {
        Demand(place, output.Path);
        return output;
    }

    /// <summary>The same for the many: nothing is made on the way.</summary>
    private static void Demand(CommandJob job)
    {
        if (job.Compute is not null)
        {
            _visitor.Compute("compute", job.Compute);
        }

        _visitor.Environment("environment", job.Environment ?? new JobEnvironment());
        Demand("code", job.Code);
        foreach (ref readonly KeyValuePair<string, Input> input in job.AllInputs.Entries)
        {
            Demand("inputs", (input.Value as DataInput)?.Path, input.Key);
        }

        foreach (ref readonly KeyValuePair<string, Output> output in job.AllOutputs.Entries)
        {
            Demand("outputs", output.Value.Path, output.Key);
        }
    }

    private static AssetPath? Demand(string part, AssetPath? path, string? name = null) =>
        path is null || IsAddress(path.Text) ? path : throw Unresolved(name is null ? part : $"{part}.{name}", path.Text, "an id or an address");

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
