namespace ServerlessCompute;

/// <summary>
/// A job that the service sent, without what the service put there: what its author wrote, as far as the service keeps that apart.
/// Defaults that the service filled in stay, since they say what the job said anyway.
/// </summary>
internal static class AuthoredForm
{
    /// <summary>Services that every job gets.</summary>
    private static readonly string[] _serviceNames = ["Tracking", "Studio"];

    private static readonly string[] _tagPrefixes = ["_aml_system_"];

    private static readonly string[] _propertyPrefixes = ["azureml.", "_azureml."];

    /// <summary>Properties without a prefix that the service adds while the job runs.</summary>
    private static readonly string[] _propertyNames = ["ProcessInfoFile", "ProcessStatusFile", "StartTimeUtc", "EndTimeUtc"];

    /// <summary>Members of the contract that only the service says.</summary>
    private static readonly string[] _readOnlyMembers = ["parameters"];

    /// <summary>The output under which every command job keeps its logs and its <c>outputs</c> folder.</summary>
    private const string DefaultOutput = "default";

    /// <summary>The job with none of that; its name is gone, too, so that it can be submitted anew.</summary>
    public static T Of<T>(T job)
        where T : Job
    {
        Job authored = job is CommandJob { Outputs: var outputs } command ? command with { Outputs = outputs.Without(DefaultOutput) } : job;
        return (T)authored with
        {
            Name = null,
            Id = null,
            Status = default,
            SystemData = null,
            Services = Without(job.Services, _serviceNames, []),
            Tags = Without(job.Tags, [], _tagPrefixes),
            Properties = Without(job.Properties, _propertyNames, _propertyPrefixes),
            AdditionalProperties = Without(job.AdditionalProperties, _readOnlyMembers, []),
            Compute = IsServerless(job.Compute) ? null : job.Compute,
        };
    }

    /// <summary>Serverless jobs come back with no compute, with a compute that has an empty name, or with one that is called serverless.</summary>
    private static bool IsServerless(string? compute) =>
        compute is not null
        && (compute.EndsWith("/computes/", StringComparison.OrdinalIgnoreCase) || compute.EndsWith("/computes/serverless", StringComparison.OrdinalIgnoreCase));

    private static ValueMap<T> Without<T>(ValueMap<T> map, string[] names, string[] prefixes)
    {
        foreach (string name in map.Keys)
        {
            if (names.Contains(name, StringComparer.Ordinal) || Array.Exists(prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                map = map.Without(name);
            }
        }

        return map;
    }
}
