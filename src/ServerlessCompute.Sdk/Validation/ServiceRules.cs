using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Interactive services: their names, and what each kind needs.</summary>
internal static class ServiceRules
{
    private const string Map = nameof(Job.Services);

    // What the service adds to each job, under the names of their types.
    private static readonly string[] _added = [JobServiceType.Values.Tracking, JobServiceType.Values.Studio];

    public static void Check(Job job, JobReport report)
    {
        foreach ((string name, JobService service) in report.Entries(job.Services, Map))
        {
            // A job that is sent back carries the service's own: an echo.
            if (IsAdded(name) && string.Equals(name, service.Type.Value, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string path = Shown.At(Map, name);
            CheckName(name, path, report);
            CheckType(service, path, report);
            CheckFilledIn(service, path, report);
            PortRules.Check(service.Port, $"{path}.{nameof(JobService.Port)}", report);
            CheckSettings(service, path, report);
        }
    }

    private static void CheckName(string name, string path, JobReport report)
    {
        if (IsAdded(name))
        {
            report.Add(ServiceNameReserved, path, $"The service adds {Shown.Value(name)} to each job itself.", "Choose another name.");
        }
        else if (!NameForm.IsResource(name))
        {
            report.Add(ServiceNameUnusual, path, $"The name {Shown.Value(name)} is not made of letters, digits, hyphens and underscores.", "Choose a name such as 'my-notebook'.");
        }
    }

    private static void CheckType(JobService service, string path, JobReport report)
    {
        string place = $"{path}.{nameof(JobService.Type)}";
        const string Fix = "Use JobService.JupyterLab(), VSCode(), Ssh(publicKeys), TensorBoard(logDirectory) or Custom(port).";
        if (!service.Type.IsKnown)
        {
            report.Add(ServiceTypeUnknown, place, service.Type.Value is { } word ? $"The type {Shown.Value(word)} is not known.{Spelling.DidYouMean(word, OpenEnum.Known<JobServiceType>())}" : "The service has no type.", Fix);
        }
        else if (IsAdded(service.Type.Value!))
        {
            report.Add(ServiceTypeReserved, place, $"The service adds a {service.Type} service to each job itself.", Fix);
        }
    }

    private static bool IsAdded(string word) => _added.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static void CheckFilledIn(JobService service, string path, JobReport report)
    {
        if (report.IsFromService)
        {
            return;
        }

        (string Name, string? Value)[] filledIn =
            [(nameof(JobService.Endpoint), service.Endpoint), (nameof(JobService.Status), service.Status), (nameof(JobService.ErrorMessage), service.ErrorMessage)];
        foreach ((string name, string? _) in filledIn.Where(member => member.Value is not null))
        {
            report.Add(ServiceFilledIn, $"{path}.{name}", $"{name} is set, and the service fills it in.", "Leave it null.");
        }
    }

    private static void CheckSettings(JobService service, string path, JobReport report)
    {
        string properties = $"{path}.{nameof(JobService.Properties)}";
        Dictionary<string, string> settings = report.Entries(service.Properties, properties).ToDictionary(StringComparer.Ordinal);
        string? keys = settings.GetValueOrDefault("sshPublicKeys");
        if (service.Type == JobServiceType.Ssh && string.IsNullOrWhiteSpace(keys))
        {
            report.Add(SshKeysMissing, properties, "The SSH service has no public key: nobody could log in.", "Use JobService.Ssh(File.ReadAllText(\"id_ed25519.pub\")).");
        }

        if (keys is not null && keys.Contains("PRIVATE KEY", StringComparison.OrdinalIgnoreCase))
        {
            report.Add(SshKeyPrivate, properties, "The SSH service is given a private key, which must not leave your machine.", "Give the public one, which begins with its kind, 'ssh-ed25519' for example; its file ends with .pub.");
        }

        if (service.Type == JobServiceType.Custom && service.Port is null && !report.IsFromService)
        {
            report.Add(CustomPortMissing, $"{path}.{nameof(JobService.Port)}", "The custom service has no port, so it cannot be reached.", "Use JobService.Custom(8080), and let the command listen there.");
        }
    }
}
