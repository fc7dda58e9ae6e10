using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>
/// A Python with the real mlflow client, where its wheels lie in <c>shared/python/wheels</c> beside the repository or further up. Made
/// once, without the network, and kept with the build's own products.
/// </summary>
internal static class PythonWithMlflow
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>The path of the interpreter.</summary>
    public static Task<string> Path => Made.Value;

    private static async Task<string> MakeAsync()
    {
        string? wheels = FindWheels();
        Assume.That(wheels, Is.Not.Null, "There is no shared/python/wheels beside the repository, so the real mlflow client cannot be tried.");
        string folder = Repository.Folder("artifacts", "python-mlflow");
        string python = System.IO.Path.Combine(folder, "bin", "python");
        string complete = System.IO.Path.Combine(folder, "complete");
        if (!File.Exists(complete))
        {
            await RunAsync("python3", "-m", "venv", "--clear", folder);
            await RunAsync(python, "-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check", "--find-links", wheels!, "mlflow-skinny");
            await File.WriteAllTextAsync(complete, "");
        }

        return python;
    }

    private static string? FindWheels()
    {
        for (string? folder = System.IO.Path.GetDirectoryName(Repository.Root); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            string wheels = System.IO.Path.Combine(folder, "shared", "python", "wheels");
            if (Directory.Exists(wheels))
            {
                return wheels;
            }
        }

        return null;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            string errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assume.That(process.ExitCode, Is.Zero, $"The wheels do not fit this machine's Python: {errors}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Assume.That(false, Is.True, $"There is no {program} on this machine: {e.Message}");
        }
    }
}
