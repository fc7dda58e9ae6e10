using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Environment variables. Their values are never shown: any of them may be a secret.</summary>
internal static class VariableRules
{
    private const string Map = nameof(CommandJob.EnvironmentVariables);

    // What the service sets in each job. AZUREML_… names that are not here are switches that people do set.
    private static readonly HashSet<string> _reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "AZUREML_RUN_ID", "AZUREML_RUN_TOKEN", "AZUREML_RUN_TOKEN_EXPIRY", "AZUREML_SERVICE_ENDPOINT", "AZUREML_ARM_SUBSCRIPTION",
        "AZUREML_ARM_RESOURCEGROUP", "AZUREML_ARM_WORKSPACE_NAME", "AZUREML_ARM_PROJECT_NAME", "MLFLOW_TRACKING_URI",
        "MLFLOW_TRACKING_TOKEN", "MLFLOW_RUN_ID", "MLFLOW_EXPERIMENT_ID", "MLFLOW_EXPERIMENT_NAME",
    };

    private static readonly string[] _reservedPrefixes = ["AZUREML_DATAREFERENCE_", "AZURE_ML_INPUT_", "AZURE_ML_OUTPUT_"];

    private static readonly string[] _secretEndings =
        ["PASSWORD", "_SECRET", "_TOKEN", "_API_KEY", "_ACCESS_KEY", "_ACCOUNT_KEY", "CONNECTION_STRING", "_SAS"];

    public static void Check(CommandView view, JobReport report)
    {
        foreach ((string name, EnvironmentValue value) in report.Entries(view.Job.EnvironmentVariables, Map))
        {
            string path = Shown.At(Map, name);
            CheckName(name, path, report);
            CheckValue(name, value, path, report);
        }
    }

    private static void CheckName(string name, string path, JobReport report)
    {
        if (name.AsSpan().ContainsAny('=', '\0'))
        {
            report.Add(VariableNameForm, path, $"The name {Shown.Value(name)} contains an equals sign or a NUL character, which no environment can hold.", "Write .AddEnvironmentVariable(\"NAME\", \"value\").");
        }
        else if (IsReserved(name))
        {
            report.Add(VariableReserved, path, $"The service sets {Shown.Value(name)} itself: one of the two values is lost.", "Choose another name.");
        }
        else if (!NameForm.IsIdentifier(name))
        {
            report.Add(VariableNameUnusual, path, $"bash cannot read the variable {Shown.Value(name)}: its name is not made of letters, digits and underscores.", "Rename it.");
        }
    }

    private static void CheckValue(string name, EnvironmentValue value, string path, JobReport report)
    {
        if (value.Value.Contains('\0', StringComparison.Ordinal))
        {
            report.Add(TextHasNul, path, "The value contains the NUL character, which no environment can hold.", "Remove it.");
        }

        if (value.Value.Contains(HoleMarker.Opening + "input ", StringComparison.Ordinal) || value.Value.Contains(HoleMarker.Opening + "output ", StringComparison.Ordinal))
        {
            report.Add(MarkerPasted, path, "The value contains the printed form of an input or output, which means nothing to the service.", "Set the variable in the command: $\"DATA={data} python train.py\".");
        }

        if (!report.IsFromService && !value.IsSecret && value.Value.Length > 0 && Array.Exists(_secretEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            report.Add(VariableUnmasked, path, $"The variable {Shown.Value(name)} looks like a secret, and is shown wherever the job is.", $"Write .AddEnvironmentVariable(\"{Shown.Text(name)}\", Secret.Of(value)), which hides it in this library; in the service, use a managed identity, which needs no secret.");
        }
    }

    private static bool IsReserved(string name) =>
        _reserved.Contains(name) || Array.Exists(_reservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
