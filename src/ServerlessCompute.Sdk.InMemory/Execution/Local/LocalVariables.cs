using System.Collections.Frozen;
using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>The environment variables that a job's processes see.</summary>
internal static class LocalVariables
{
    // The service's own, which a surrounding job must not pass on, and where credentials of this machine live:
    // AZURE_CLIENT_SECRET, MSI_SECRET, IDENTITY_HEADER, ARM_CLIENT_SECRET …
    private static readonly string[] _hiddenPrefixes = ["AZUREML_", "AZURE_", "MLFLOW_", "AZ_BATCH", "OMPI_", "MSI_", "IDENTITY_", "ARM_"];

    // The launchers' variables; those of a surrounding job would tell a rank the wrong place.
    private static readonly FrozenSet<string> _hidden = FrozenSet.ToFrozenSet(
        ["MASTER_ADDR", "MASTER_PORT", "WORLD_SIZE", "RANK", "LOCAL_RANK", "NODE_RANK", "LOCAL_WORLD_SIZE", "TF_CONFIG"],
        StringComparer.Ordinal);

    /// <summary>This process's variables without the service's and without credentials.</summary>
    public static Dictionary<string, string> Inherited() => Inherited(
        new ProcessStartInfo().Environment.Where(static variable => variable.Value is not null).Select(static variable => KeyValuePair.Create(variable.Key, variable.Value!)));

    /// <summary>Some variables without the service's and without credentials.</summary>
    public static Dictionary<string, string> Inherited(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var kept = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach ((string name, string value) in variables)
        {
            if (!_hidden.Contains(name) && !_hiddenPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                kept[name] = value;
            }
        }

        return kept;
    }

    /// <summary>What training code expects from the service.</summary>
    /// <remarks>
    /// The names are those that public training code reads in jobs of the service. There is no <c>AZUREML_CR_…</c>: those describe the
    /// service's own containers. <c>AZUREML_SERVICE_ENDPOINT</c> is the loopback listener, so that nothing local talks to the cloud.
    /// </remarks>
    public static void AddService(Dictionary<string, string> variables, IExecutionHost host, LocalTracking tracking)
    {
        variables["AZUREML_RUN_ID"] = host.JobName;
        variables["AZUREML_RUN_TOKEN"] = tracking.Token;
        variables["AZUREML_RUN_TOKEN_EXPIRY"] = tracking.Expiry;
        variables["AZUREML_ARM_SUBSCRIPTION"] = host.SubscriptionId;
        variables["AZUREML_ARM_RESOURCEGROUP"] = host.ResourceGroup;
        variables["AZUREML_ARM_WORKSPACE_NAME"] = host.WorkspaceName;
        variables["AZUREML_ARM_PROJECT_NAME"] = host.ExperimentName;
        variables["AZUREML_SERVICE_ENDPOINT"] = tracking.Address;
        variables["AZUREML_LOCAL_SCHEDULED_EVENTS"] = tracking.ScheduledEvents;
        variables["MLFLOW_TRACKING_URI"] = tracking.Address;
        variables["MLFLOW_TRACKING_TOKEN"] = tracking.Token;
        variables["MLFLOW_RUN_ID"] = host.JobName;
        variables["MLFLOW_EXPERIMENT_NAME"] = host.ExperimentName;
        variables["MLFLOW_EXPERIMENT_ID"] = tracking.ExperimentId;

        // Python keeps lines back when its output is no terminal.
        variables["PYTHONUNBUFFERED"] = "1";

        // A proxy of this machine would carry what is meant for the loopback to another one.
        foreach (string name in (string[])["NO_PROXY", "no_proxy"])
        {
            variables[name] = variables.TryGetValue(name, out string? present) && present.Length > 0 ? $"{present},127.0.0.1" : "127.0.0.1";
        }
    }

    /// <summary>Where the inputs and outputs are.</summary>
    public static void AddData(Dictionary<string, string> variables, LocalJobSpec spec, Dictionary<string, string> inputs, Dictionary<string, string> outputs)
    {
        foreach (LocalInput input in spec.Inputs)
        {
            if (input.IsLiteral)
            {
                variables["AZUREML_PARAMETER_" + input.Name] = inputs[input.Name];
            }
            else
            {
                variables["AZURE_ML_INPUT_" + input.Name] = inputs[input.Name];
                variables["AZUREML_DATAREFERENCE_" + input.Name] = inputs[input.Name];
            }
        }

        foreach ((string name, string place) in outputs)
        {
            variables["AZURE_ML_OUTPUT_" + name] = place;
            variables["AZUREML_DATAREFERENCE_" + name] = place;
        }
    }
}
