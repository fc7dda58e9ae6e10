namespace ServerlessCompute;

/// <summary>The small corpus' sweeps as somebody writes them in C#.</summary>
internal static class SweepTwins
{
    private const string Trees = "azureml:trees:12";

    public static SweepJob Random { get; } = Sweep.Over(
            Command.Run(
                """
                python train.py --a ${{search_space.a}} --b ${{search_space.b}} --c ${{search_space.c}} --d ${{search_space.d}} --e ${{search_space.e}} --f ${{search_space.f}} --g ${{search_space.g}} --h ${{search_space.h}} --i ${{search_space.i}} --j ${{search_space.j}} --k ${{search_space.k}} --data ${{inputs.data}}
                """)
                .WithCode("../files/src").WithEnvironment(Trees).WithEnvironmentVariables([new("LANG", "C")])
                .WithResources(new ResourceConfiguration { InstanceType = "Standard_D4s_v5" }))
        .WithExperimentName("lakes")
        .WithDescription("every distribution there is")
        .WithInput("data", Input.UriFolder("azureml:lakes:3"))
        .WithSampling(new RandomSampling { Seed = 11 })
        .AddSearchSpace("a", Search.Choice(8, 16.5, "word"))
        .AddSearchSpace("b", Search.Uniform(0.1, 0.9))
        .AddSearchSpace("c", Search.LogUniform(-6, -1))
        .AddSearchSpace("d", Search.QUniform(1, 10, 2))
        .AddSearchSpace("e", Search.QLogUniform(0, 4, 1))
        .AddSearchSpace("f", Search.Normal(0, 1.5))
        .AddSearchSpace("g", Search.LogNormal(0, 1))
        .AddSearchSpace("h", Search.QNormal(5, 2, 1))
        .AddSearchSpace("i", Search.QLogNormal(1, 0.5, 1))
        .AddSearchSpace("j", Search.Randint(12))
        .AddSearchSpace("k", Search.Choice(
            SearchValue.Of([new("depth", Search.Randint(4)), new("kind", "tree")]),
            SearchValue.Of([new("width", Search.Uniform(1, 2)), new("kind", "net")])))
        .Maximize("accuracy")
        .WithLimits(24, 4, TimeSpan.FromHours(2), TimeSpan.FromMinutes(10))
        .WithEarlyTermination(new BanditPolicy { SlackFactor = 0.15, EvaluationInterval = 2, DelayEvaluation = 5 });

    public static SweepJob Sobol { get; } = Sweep.Over(Command.Run("python -c \"print(${{search_space.x}})\"").WithEnvironment(Trees))
        .WithSampling(new RandomSampling { Rule = RandomSamplingRule.Sobol, Logbase = "10", Seed = 3 })
        .AddSearchSpace("x", Search.LogUniform(-4, 0))
        .Minimize("loss")
        .WithLimits(8)
        .WithQueueSettings(JobTier.Spot);

    public static SweepJob Grid { get; } = Sweep.Over(
            Command.Run("echo ${{search_space.size}} ${{search_space.kind}}").WithEnvironment(JobEnvironment.FromImage("docker.io/library/python:3.12-slim")))
        .WithSampling(Sampling.Grid)
        .AddSearchSpace("size", Search.Choice(1, 2, 3))
        .AddSearchSpace("kind", Search.Choice("small", "large"))
        .Maximize("f1")
        .WithLimits(6, 6)
        .WithIdentity(new UserIdentityConfiguration())
        .WithOutput("curves", Output.UriFolder());

    public static SweepJob Bayesian { get; } = Sweep.Over(
            Command.Run("echo ${{search_space.x}}").WithEnvironment(Trees).WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 2 }))
        .WithName("bayes-7")
        .WithSampling(Sampling.Bayesian)
        .AddSearchSpace("x", Search.QUniform(0, 1, 0.25))
        .Minimize("rmse")
        .WithLimits(10, trialTimeout: TimeSpan.FromSeconds(3601))
        .WithResources("Standard_D4s_v5", 2);

    public static SweepJob Median { get; } = Sweep.Over(Command.Run("echo ${{search_space.x}}").WithEnvironment(Trees))
        .AddSearchSpace("x", Search.Choice("a", "b"))
        .Maximize("auc")
        .WithLimits(4)
        .WithEarlyTermination(new MedianStoppingPolicy { EvaluationInterval = 1 });

    public static SweepJob Truncation { get; } = Sweep.Over(Command.Run("echo ${{search_space.x}}").WithEnvironment(Trees))
        .AddSearchSpace("x", Search.Uniform(0, 1))
        .Maximize("auc")
        .WithLimits(40, 8)
        .WithEarlyTermination(new TruncationSelectionPolicy { TruncationPercentage = 25, EvaluationInterval = 2, DelayEvaluation = 4 });
}
