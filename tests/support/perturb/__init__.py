"""Pages whose form is changed, with their gold changed alike."""

from perturb.follow import Doubt as Doubt
from perturb.product import PERTURBATIONS as PERTURBATIONS
from perturb.product import Product as Product
from perturb.product import UntrueProductError as UntrueProductError
from perturb.product import perturb as perturb
from perturb.reading import UnknownFormError as UnknownFormError
