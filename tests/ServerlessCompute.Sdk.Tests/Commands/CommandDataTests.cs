namespace ServerlessCompute;

/// <summary>Inputs of the holes and inputs of the maps are one.</summary>
internal sealed class CommandDataTests
{
    [Test]
    public void Equals_HoleOrMap_IsTheSameJob()
    {
        Input<double> lr = 0.01;
        Output model = Output.MlflowModel();
        CommandJob holes = Command.Run($"train {lr} {model}");
        CommandJob maps = Command.Run("train ${{inputs.lr}} ${{outputs.model}}").WithInput("lr", 0.01).WithOutput("model", Output.MlflowModel());

        Assert.That(holes, Is.EqualTo(maps));
        Assert.That(holes.GetHashCode(), Is.EqualTo(maps.GetHashCode()));
    }

    [Test]
    public void Equals_OtherValueInTheHole_IsAnotherJob()
    {
        Input<double> lr = 0.01;
        CommandJob one = Command.Run($"train {lr}");
        lr = 0.02;
        CommandJob other = Command.Run($"train {lr}");

        Assert.That(one, Is.Not.EqualTo(other));
    }

    [Test]
    public void AllInputs_BothGiveAName_TheMapWins()
    {
        Input<double> lr = 0.01;
        CommandJob job = Command.Run($"train {lr}").WithInput("lr", 0.5).WithInput("seed", 1);

        Assert.That(job.AllInputs, Is.EqualTo((ValueMap<Input>)[new("lr", 0.5), new("seed", 1)]));
        Assert.That(job.Inputs.Keys, Is.EqualTo(new[] { "lr", "seed" }));
    }

    [Test]
    public void AllInputs_TypedLiteral_IsPlainAndKeepsItsDescription()
    {
        Input<double> lr = new Input<double>(0.01) with { Description = "the rate" };
        CommandJob job = Command.Run($"train {lr}").WithInput("other", lr);
        var plain = new LiteralInput { Value = "0.01", Description = "the rate" };

        Assert.That(job.AllInputs, Is.EqualTo((ValueMap<Input>)[new("lr", plain), new("other", plain)]));
    }

    [Test]
    public void AllInputs_AskedTwice_IsTheSameMap()
    {
        CommandJob job = Command.Run("c").WithInput("a", 1);

        (ValueMap<Input> inputs, ValueMap<Output> outputs) = (job.AllInputs, job.AllOutputs);

        Assert.That(job.AllInputs, Is.SameAs(inputs));
        Assert.That(job.AllOutputs, Is.SameAs(outputs));
    }
}
