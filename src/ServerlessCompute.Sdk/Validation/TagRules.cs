using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Tags and properties: the service keeps some names for itself.</summary>
internal static class TagRules
{
    private static readonly string[] _servicesTags = ["_aml_system_", "_azureml."];
    private static readonly string[] _servicesProperties = ["_aml_system_", "_azureml.", "azureml."];

    // Clients record where the code came from under these names.
    private static readonly string[] _clientsProperties = ["azureml.git."];

    public static void Check(Job job, JobReport report) => CheckMaps(job.Tags, job.Properties, report);

    /// <summary>The tags and properties of anything that has both.</summary>
    public static void CheckMaps(ValueMap<string> tags, ValueMap<string> properties, JobReport report)
    {
        CheckMap(tags, nameof(Job.Tags), TagReserved, _servicesTags, [], report);
        CheckMap(properties, nameof(Job.Properties), PropertyReserved, _servicesProperties, _clientsProperties, report);
    }

    private static void CheckMap(ValueMap<string> map, string place, DiagnosticDescriptor reserved, string[] prefixes, string[] exceptions, JobReport report)
    {
        foreach ((string name, string _) in report.Entries(map, place))
        {
            if (!report.IsFromService && StartsWithAny(name, prefixes) && !StartsWithAny(name, exceptions))
            {
                report.Add(reserved, Shown.At(place, name), $"The service uses names such as {Shown.Value(name)} itself, and may overwrite this one.", "Choose a name without that beginning.");
            }
        }
    }

    private static bool StartsWithAny(string name, string[] prefixes) => Array.Exists(prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
