namespace ServerlessCompute;

/// <summary>A model in MLflow's format. Names the kind of a <see cref="Port{T}"/>; there are no objects of it.</summary>
public sealed class MlflowModel : IPortKind
{
    private MlflowModel()
    {
    }

    /// <inheritdoc/>
    public static PortType Type => PortType.MlflowModel;
}
