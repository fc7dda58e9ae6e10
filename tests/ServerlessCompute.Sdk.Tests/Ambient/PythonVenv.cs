using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>
/// A Python with packages whose wheels lie in <c>shared/python/wheels</c> beside the repository or further up. Made once, without the
/// network, and kept with the build's own products.
/// </summary>
internal sealed class PythonVenv(string name, string package)
{
    private readonly Lazy<Task<string>> _made = new(() => MakeAsync(name, package));

    /// <summary>The path of the interpreter. Skips the test at hand where it cannot be had.</summary>
    public Task<string> Path => _made.Value;

    /// <summary>What a program prints that reads a text.</summary>
    public async Task<string> RunAsync(string program, string input)
    {
        var start = new ProcessStartInfo(await Path, ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();

        // JSON twice: Python's texts and JSON's differ in how they write what is beyond the first plane.
        await process.StandardInput.WriteAsync($"import json\nINPUT = json.loads({Quote(Quote(input))})\n{program}");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await errors);
        return await output;
    }

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static async Task<string> MakeAsync(string name, string package)
    {
        string? wheels = SharedMaterial.Find("python", "wheels");
        Assume.That(wheels, Is.Not.Null, $"There is no shared/python/wheels beside the repository, so the real {package} cannot be tried.");
        string folder = Repository.Folder("artifacts", "python-" + name);
        string python = System.IO.Path.Combine(folder, "bin", "python");
        string complete = System.IO.Path.Combine(folder, "complete");
        if (!File.Exists(complete))
        {
            await CallAsync("python3", "-m", "venv", "--clear", folder);
            await CallAsync(python, "-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check", "--find-links", wheels!, package);
            await File.WriteAllTextAsync(complete, "");
        }

        return python;
    }

    private static async Task CallAsync(string program, params string[] arguments)
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
