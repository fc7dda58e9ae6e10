using System.Globalization;

namespace ServerlessCompute;

/// <summary>How a tuning goes: a loss that halves its way down, ten points an epoch. Made up, in whole arithmetic.</summary>
internal static class FineTuningScript
{
    private const int PointsPerEpoch = 10;
    private const int MostEpochs = 100;

    public static ScriptedRun For(int seed, JobRecord job)
    {
        ReadOnlySpan<byte> parameters = JsonScan.Value(JsonScan.Value(job.Body, "fineTuningDetails"u8), "hyperParameters"u8);
        string? epochs = JsonScan.Text(JsonScan.Value(parameters, "num_train_epochs"u8)) ?? JsonScan.Text(JsonScan.Value(parameters, "nEpochs"u8));
        int count = int.TryParse(epochs, CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 1, MostEpochs) : 3;
        long start = 2_000_000 + Draw.Below(seed, job.Name, "loss", 500_000);
        long floor = 300_000 + Draw.Below(seed, job.Name, "floor", 200_000);
        double[] values = new double[count * PointsPerEpoch];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (floor + ((start - floor) * PointsPerEpoch / (PointsPerEpoch + (4 * i)))) / 1e6;
        }

        return new ScriptedRun("train_loss", values)
        {
            Duration = TimeSpan.FromMinutes(count * (8 + Draw.Below(seed, job.Name, "epoch", 8))),
            Log = "In-memory run: no model is tuned. The values of train_loss are made up.",
        };
    }
}
