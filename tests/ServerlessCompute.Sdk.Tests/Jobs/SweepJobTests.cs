using System.Reflection;

namespace ServerlessCompute;

internal sealed class SweepJobTests
{
    /// <summary>Where each property of a command job goes when a sweep is made over it.</summary>
    private static readonly Dictionary<string, Func<SweepJob, object?>> _targets = new(StringComparer.Ordinal)
    {
        [nameof(CommandJob.Command)] = sweep => sweep.Trial.Command,
        [nameof(CommandJob.Code)] = sweep => sweep.Trial.Code,
        [nameof(CommandJob.Environment)] = sweep => sweep.Trial.Environment,
        [nameof(CommandJob.EnvironmentVariables)] = sweep => sweep.Trial.EnvironmentVariables,
        [nameof(CommandJob.Distribution)] = sweep => sweep.Trial.Distribution,
        [nameof(CommandJob.Resources)] = sweep => sweep.Trial.Resources,
        [nameof(CommandJob.Inputs)] = sweep => sweep.Inputs,
        [nameof(CommandJob.Outputs)] = sweep => sweep.Outputs,
        [nameof(CommandJob.QueueSettings)] = sweep => sweep.QueueSettings,
        [nameof(CommandJob.Limits)] = sweep => new CommandJobLimits { Timeout = sweep.Limits?.TrialTimeout },
        [nameof(Job.Name)] = sweep => sweep.Name,
        [nameof(Job.DisplayName)] = sweep => sweep.DisplayName,
        [nameof(Job.Description)] = sweep => sweep.Description,
        [nameof(Job.ExperimentName)] = sweep => sweep.ExperimentName,
        [nameof(Job.Tags)] = sweep => sweep.Tags,
        [nameof(Job.Properties)] = sweep => sweep.Properties,
        [nameof(Job.Identity)] = sweep => sweep.Identity,
        [nameof(Job.Services)] = sweep => sweep.Services,
        [nameof(Job.NotificationSettings)] = sweep => sweep.NotificationSettings,
        [nameof(Job.Compute)] = sweep => sweep.Compute,
        [nameof(Job.ComponentId)] = sweep => sweep.ComponentId,
        [nameof(Job.IsArchived)] = sweep => sweep.IsArchived,
        [nameof(JobPart.AdditionalProperties)] = sweep => sweep.AdditionalProperties,
    };

    /// <summary>What only the service says of a job is not taken over: the sweep is another job.</summary>
    private static readonly string[] _leftOut = [nameof(Job.Id), nameof(Job.Status), nameof(Job.SystemData)];

    private static IEnumerable<string> Settable => typeof(CommandJob).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);

    [Test]
    public void Over_EveryPropertyOfACommandJob_HasItsPlace() => Assert.That(Settable, Is.EquivalentTo(_targets.Keys.Concat(_leftOut)));

    [TestCaseSource(nameof(Settable))]
    public void Over_EachProperty_GoesToItsPlace(string name)
    {
        PropertyInfo property = typeof(CommandJob).GetProperty(name)!;
        CommandJob job = Full();
        SweepJob sweep = Sweep.Over(job);

        if (_targets.TryGetValue(name, out Func<SweepJob, object?>? target))
        {
            Assert.That(property.GetValue(job), Is.Not.EqualTo(property.GetValue(new CommandJob())), "The job says something here.");
            Assert.That(target(sweep), Is.EqualTo(property.GetValue(job)));
        }
        else
        {
            Assert.That(typeof(SweepJob).GetProperty(name)!.GetValue(sweep), Is.EqualTo(property.GetValue(new CommandJob())));
        }
    }

    [Test]
    public void Command_WithSearchSpaceInAHole_RefersToItByItsVariable()
    {
        var learningRate = Search.LogUniformBetween(1e-4, 1e-1);
        Input<int> seed = 7;

        SweepJob sweep = Sweep.Over(Command.Run($"python train.py --lr {learningRate} --seed {seed}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sweep.Trial.Command.Text, Is.EqualTo("python train.py --lr ${{search_space.learningRate}} --seed ${{inputs.seed}}"));
            Assert.That(sweep.AllSearchSpaces, Is.EqualTo((ValueMap<SearchSpace>)[new("learningRate", Search.LogUniform(Math.Log(1e-4), Math.Log(1e-1)))]));
            Assert.That(sweep.AllInputs.Keys, Is.EqualTo(new[] { "seed" }));
        }
    }

    [Test]
    public void Equality_HoleOrMap_DoesNotCount()
    {
        var lr = Search.Uniform(0, 1);

        SweepJob hole = Sweep.Over(Command.Run($"train --lr {lr}"));
        SweepJob map = Sweep.Over(Command.Run("train --lr ${{search_space.lr}}")).AddSearchSpace("lr", Search.Uniform(0, 1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hole, Is.EqualTo(map));
            Assert.That(hole.GetHashCode(), Is.EqualTo(map.GetHashCode()));
            Assert.That(hole, Is.Not.EqualTo(map.AddSearchSpace("lr", Search.Uniform(0, 2))));
        }
    }

    [Test]
    public void Validate_SearchSpaceOutsideASweep_IsAnError()
    {
        var lr = Search.Uniform(0, 1);

        Assert.That(Command.Run($"train --lr {lr}").WithEnvironment("e:1").Validate().Errors.Select(error => error.Id), Is.EqualTo(new[] { "SC0111" }));
    }

    [Test]
    public void LogUniformBetween_ValuesThatAreNotPositive_AreRefused() =>
        Assert.That(() => Search.LogUniformBetween(0, 1), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static CommandJob Full() => new()
    {
        Command = "train",
        Code = "./src",
        Environment = "e:1",
        EnvironmentVariables = [new("A", "b")],
        Distribution = new MpiDistribution { ProcessCountPerInstance = 2 },
        Resources = new ResourceConfiguration { InstanceType = "Standard_E4s_v3" },
        Inputs = [new("x", 1)],
        Outputs = [new("y", Output.UriFile())],
        QueueSettings = new QueueSettings { JobTier = JobTier.Spot },
        Limits = new CommandJobLimits { Timeout = TimeSpan.FromHours(1) },
        Name = "name",
        DisplayName = "display",
        Description = "description",
        ExperimentName = "experiment",
        Tags = [new("t", "1")],
        Properties = [new("p", "1")],
        Identity = new UserIdentityConfiguration(),
        Services = [new("s", JobService.VSCode())],
        NotificationSettings = new NotificationSettings { Emails = ["a@b.c"] },
        Compute = "cluster",
        ComponentId = "component",
        IsArchived = true,
        AdditionalProperties = [new("new", 1)],
    };
}
