using ServerlessCompute;

// One line a figure on the output, 'name value unit'; what is going on meanwhile goes to the error stream.
IReadOnlyList<Figure> figures =
[
    new WireFigure(), new SubmitFigure(), new HelloFigure(), new QuickstartFigure(), new PipelineFigure(), new PipelineWireFigure(),
    new PreflightFigure(), new SnapshotFigure(), new YamlFigure(), new WatchLinesFigure(), new WatchManyFigure(), new AotSizeFigure(),
    new EngineFigure(), new EngineGrowthFigure(), new EngineMemoryFigure(), new ForecastFigure(),
    new DownloadFigure(),
];

if (args is not ["figures", .. { Length: <= 1 } names])
{
    Console.Error.WriteLine("Usage: figures [name]      prints every figure, or those whose name begins like that:");
    Console.Error.WriteLine("       " + string.Join(", ", figures.SelectMany(figure => figure.Names)));
    return 2;
}

string prefix = names.FirstOrDefault("");
Figure[] wanted = [.. figures.Where(figure => figure.Names.Any(IsWanted))];
if (wanted.Length == 0)
{
    Console.Error.WriteLine($"No figure's name begins with '{prefix}'. There are {string.Join(", ", figures.SelectMany(figure => figure.Names))}.");
    return 2;
}

foreach (Figure figure in wanted)
{
    await foreach (Measurement measurement in figure.MeasureAsync())
    {
        if (IsWanted(measurement.Name))
        {
            Console.WriteLine(measurement);
        }
    }
}

return 0;

bool IsWanted(string name) => name.StartsWith(prefix, StringComparison.Ordinal);
