namespace ServerlessCompute;

/// <summary>Members of a job that are not in every version of the contract.</summary>
[Flags]
internal enum LateMembers
{
    None = 0,
    OutputName = 1 << 0,
    OutputVersion = 1 << 1,
    DockerArgsList = 1 << 2,
    Priority = 1 << 3,
    Ray = 1 << 4,
    Elasticity = 1 << 5,
    PathOnCompute = 1 << 6,
    OutputLifetime = 1 << 7,
    JobSecrets = 1 << 8,
    Autologger = 1 << 9,
    ParentJob = 1 << 10,
    FineTuning = 1 << 11,
    Distillation = 1 << 12,
    Logbase = 1 << 13,
    InputPathOnCompute = 1 << 14,
    AutoMlNodes = 1 << 15,
    AutoMlTrialTimeout = 1 << 16,
    AutoMlTrainingMode = 1 << 17,
    AutoMlUnknownFeatures = 1 << 18,
    AutoMlTextTuning = 1 << 19,
    AutoMlTrainingLogs = 1 << 20,
}
