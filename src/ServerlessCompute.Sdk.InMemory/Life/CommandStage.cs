namespace ServerlessCompute;

/// <summary>What a command job's next appointment is for.</summary>
internal enum CommandStage
{
    /// <summary>The service has looked at the job: its image is built, or it gets in line.</summary>
    Accepted,

    /// <summary>The image is there.</summary>
    ImageReady,

    /// <summary>The nodes are up.</summary>
    NodesReady,

    /// <summary>The scripted command logs a point of its curve.</summary>
    ScriptReports,

    /// <summary>The scripted command is over.</summary>
    CommandDone,

    /// <summary>Outputs are kept.</summary>
    Finalized,

    /// <summary>The job has been stopped.</summary>
    Stopped,

    /// <summary>The job's time limit has come.</summary>
    TimeIsUp,
}
